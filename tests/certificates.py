"""What holds for every solution that any test sees: no figure contradicts another."""

from wcafe.solver.solution import Bounds, Solution


def watch(monkeypatch):
    """Fail where a minimum is above what was found, or a plan that keeps all rules is below it."""
    make, tell = Solution.__init__, Bounds.beside

    def make_watched(solution, **facts):
        make(solution, **facts)
        assert solution.bounds.repeats <= solution.repeat_meetings, "told minimum above the found"
        assert solution.bounds.coincidences <= solution.coincidences, "told minimum above the found"

    def tell_watched(bounds, repeats, coincidences, *, keeps_rules):
        if keeps_rules:
            proved = bounds.repeats, bounds.coincidences
            assert proved[0] <= repeats, (proved, "are refuted by", (repeats, coincidences))
            assert proved[1] <= coincidences, (proved, "are refuted by", (repeats, coincidences))
        return tell(bounds, repeats, coincidences, keeps_rules=keeps_rules)

    monkeypatch.setattr(Solution, "__init__", make_watched)
    monkeypatch.setattr(Bounds, "beside", tell_watched)
