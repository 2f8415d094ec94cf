"""What holds for every solution that any test sees: no figure contradicts another."""

from wcafe.solver import Bounds, Solution, Standing


def watch(monkeypatch):
    """Fail where a minimum is above what was found, or a plan that keeps all rules is below it."""
    make, go_on, tell = Solution.__init__, Standing.__init__, Bounds.beside

    def make_watched(solution, **facts):
        make(solution, **facts)
        require_below(solution.bounds, solution.repeat_meetings, solution.coincidences)

    def go_on_watched(standing, share, repeats, coincidences, bounds):
        go_on(standing, share, repeats, coincidences, bounds)
        require_below(bounds, repeats, coincidences)

    def require_below(bounds, repeats, coincidences):
        figures = (bounds.repeats, bounds.coincidences), (repeats, coincidences)
        is_above = bounds.repeats > repeats or bounds.coincidences > coincidences
        assert not is_above, ("a minimum above what was found", *figures)

    def tell_watched(bounds, repeats, coincidences, *, keeps_rules):
        if keeps_rules:  # of any plan at all
            require_below(bounds, repeats, coincidences)
        return tell(bounds, repeats, coincidences, keeps_rules=keeps_rules)

    monkeypatch.setattr(Solution, "__init__", make_watched)
    monkeypatch.setattr(Standing, "__init__", go_on_watched)
    monkeypatch.setattr(Bounds, "beside", tell_watched)
