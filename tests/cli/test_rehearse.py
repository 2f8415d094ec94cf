"""`wcafe rehearse`."""


def test_rehearse_prints_what_absences_do_and_which_number_of_tables_stands_them_best(
    planned, told
):
    found = told("rehearse", planned, "--draws", 4, "--seed", 2, "--json")

    assert (found["people"], found["tables"], found["draws"], found["seed"]) == (30, 6, 4, 2)
    assert found["best"] == 6
    assert found["missing"] == [5]  # 25 seats for 30 people
    assert {line["tables"] for line in found["lines"]} == {6, 7}
    assert set(found["lines"][0]) == {"tables", "absent", "thin", "repeats", "moves"}
    assert (found["lines"][0]["absent"], found["lines"][0]["thin"]) == (0.0, 0.0)
    in_words = told("rehearse", planned, "--draws", "4", "--seed", "2")
    assert "The 6 tables of the plan stand absences best." in in_words
    assert " 30%" in in_words


def test_rehearse_needs_a_plan_and_draws_that_make_sense(file, refused):
    assert "no plan yet" in refused("rehearse", file)
    assert "not a whole number" in refused("rehearse", file, "--draws", "0", code=2)
    assert "not a whole number" in refused("rehearse", file, "--draws", "10001", code=2)
