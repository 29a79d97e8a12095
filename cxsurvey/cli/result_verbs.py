"""The verbs that compute: ``adequacy``, ``plan-sample``, ``compare``."""

from collections.abc import Sequence
from dataclasses import replace

from cxsurvey.adequacy import Adequacy, plan_sample
from cxsurvey.cli.as_json import adequacy_json, comparison_json, performance_json, plan_json
from cxsurvey.cli.console import Console, number, p_value, percent, place
from cxsurvey.cli.counting import counted_as_asked
from cxsurvey.cli.desk import FAULT, Desk, load_study
from cxsurvey.cli.drivers_json import drivers_json, loyalty_json
from cxsurvey.cli.grammar import Verbs, add_by, add_counting, add_study, add_target, count, rate, share
from cxsurvey.comparison import CohortComparison, Comparison, PillarStanding
from cxsurvey.detail_sentences import bet_sentences
from cxsurvey.drivers import Drivers
from cxsurvey.export.wording import LIGHT_WORDS, STATUS_WORDS, VERDICT_WORDS, lights_of, named
from cxsurvey.figures import quadrant_code
from cxsurvey.headlines import plan_sentences
from cxsurvey.notices import english, notice
from cxsurvey.notices.command import CommandNotice
from cxsurvey.performance import Performance, PillarPerformance
from cxsurvey.project import Project


def add_verbs(verbs: Verbs) -> None:
    """Declares the verbs of this module."""
    adequacy = verbs.add("adequacy", run_adequacy, "Say whether the answers are enough, and what is missing.")
    add_study(adequacy)
    add_by(adequacy)
    add_counting(adequacy)
    plan = verbs.add("plan-sample", run_plan_sample, "Say how many answers and invitations a survey needs.")
    plan.add_argument("--population", type=count, metavar="N", help="customers in all (default: very many)")
    plan.add_argument("--margin", type=share, default=0.05, help="wanted margin of a share (default 0.05)")
    plan.add_argument("--confidence", type=share, default=0.95, help="how sure (default 0.95)")
    plan.add_argument("--response-rate", type=rate, default=0.1, help="share of invitations answered (default 0.1)")
    plan.add_argument("--cohorts", type=count, default=1, metavar="N", help="groups to be compared (default 1)")
    plan.add_argument("--pillars", type=count, default=10, metavar="N", help="pillars to be ranked (default 10)")
    plan.add_argument("--gap", type=float, default=1.0, help="places between groups worth finding (default 1)")
    compare = verbs.add("compare", run_compare, "Compare the customers' order with ours, overall and by group.")
    add_study(compare)
    add_by(compare)
    add_target(compare)
    add_counting(compare)


def run_adequacy(desk: Desk) -> int | None:
    """Lights, margins, bases of the groups, stability, and what they mean in sentences."""
    project = counted_as_asked(load_study(desk.arguments.study), desk.arguments)
    adequacy = desk.analysis(project).adequacy
    desk.console.give(adequacy_json(adequacy))
    if not adequacy.n:
        desk.console.tell(notice(CommandNotice.NO_ANSWERS))
        return FAULT
    _show_adequacy(desk.console, project, adequacy)
    return _refused(desk, adequacy)


def run_plan_sample(desk: Desk) -> None:
    """Answers and invitations needed, before fieldwork."""
    wish = desk.arguments
    plan = plan_sample(
        wish.margin, wish.confidence, wish.population, wish.response_rate, wish.cohorts, wish.pillars, wish.gap
    )
    plan = replace(plan, sentences=plan_sentences(plan, wish.cohorts))
    desk.console.give(plan_json(plan))
    desk.console.say(*plan.sentences, "")
    rates = [(f"{100 * at:g} %", f"{sent:,}") for at, sent in plan.by_rate]
    desk.console.table(("Response rate", "Invitations"), rates, left=())


def run_compare(desk: Desk) -> int | None:
    """Customers' order with ranges, our places, agreement, and the groups."""
    project = counted_as_asked(load_study(desk.arguments.study), desk.arguments)
    analysis = desk.analysis(project)
    comparison, performance = analysis.comparison, analysis.performance
    besides = {
        "performance": None if performance is None else performance_json(performance),
        "drivers": drivers_json(analysis.drivers), "loyalty": loyalty_json(analysis.loyalty),
    }  # fmt: skip
    if comparison is None:
        desk.console.give(NOTHING_COMPARED | besides)
        desk.console.tell(notice(CommandNotice.NO_ANSWERS))
        return FAULT
    desk.console.give(comparison_json(comparison) | besides)
    show_order(desk.console, comparison)
    if comparison.bet is not None:
        desk.console.say(*bet_sentences(comparison.bet))
    if comparison.cohorts is not None:
        show_cohorts(desk.console, comparison, comparison.cohorts)
    if performance is not None:
        show_performance(desk.console, performance)
    if analysis.drivers is not None:
        show_drivers(desk.console, analysis.drivers)
    if analysis.loyalty is not None:
        desk.console.say("", "Loyalty", *analysis.loyalty.sentences)
    return _refused(desk, analysis.adequacy)


def _refused(desk: Desk, adequacy: Adequacy) -> int | None:
    """A fault if weights were asked for and could not be given: a script must not take the figures for weighted."""
    if not desk.arguments.weights or adequacy.weighting is None or adequacy.weighting.refused is None:
        return None
    desk.console.tell(adequacy.weighting.refused)
    return FAULT


NOTHING_COMPARED = {
    "n": 0, "pillars": [], "agreement": {"tau_x": None, "kendall_w": None}, "cohorts": None, "sentences": [],
}  # fmt: skip


def show_order(console: Console, comparison: Comparison) -> None:
    """The headline, the order as a table, and the other findings."""
    first, *others = comparison.sentences
    console.say(first, "")
    headings = ("Place", "Range", "Pillar", "Score", "Mean rank", "Our place", "Verdict")
    rows = [_order_row(standing) for standing in comparison.pillars]
    if all(standing.mean_rank is None for standing in comparison.pillars):  # points, MaxDiff: nobody gave places
        console.table((*headings[:4], *headings[5:]), [(*row[:4], *row[5:]) for row in rows], left=(2, 5))
    else:
        console.table(headings, rows, left=(2, 6))
    console.say("", *others)


def show_cohorts(console: Console, comparison: Comparison, cohorts: CohortComparison) -> None:
    """What the groups have in common and where they differ, and the place of each pillar in each group."""
    console.say("", f"By {cohorts.name}", *cohorts.sentences)
    if cohorts.q is not None:
        console.say(f"Q = {number(cohorts.q, 2)}, df = {cohorts.df}, {p_value(cohorts.p_value)} ({cohorts.method})")
    ranked = [group for group in cohorts.groups if group.pillars]
    if not ranked:
        return
    places = [{standing.key: standing.place for standing in group.pillars} for group in ranked]
    rows: list[Sequence[object]] = [
        (standing.name, standing.place, *(of_group[standing.key] for of_group in places))
        for standing in comparison.pillars
    ]
    rows.append(("Answers", comparison.n, *(group.n for group in ranked)))
    console.say("")
    console.table(("Pillar", "All", *(group.name for group in ranked)), rows)


def show_performance(console: Console, performance: Performance) -> None:
    """Importance and performance as a table, quadrants, and our own scores beside the customers' ratings."""
    console.say("", "Important, and how well we do", *performance.sentences, "")
    headings = ("Pillar", "Importance", "Rating", "From", "To", "Quadrant", "Our score", "Gap")
    console.table(headings, [_performance_row(pillar) for pillar in performance.pillars], left=(0, 5))


def show_drivers(console: Console, drivers: Drivers) -> None:
    """What goes along with satisfaction as a table."""
    console.say("", "What goes along with satisfaction", *drivers.sentences, "")
    headings = ("Pillar", "Share" if drivers.r_squared is not None else "Correlation", "From", "To", "Importance")
    rows = [
        (row.name, number(row.derived, 3), number(row.low, 3), number(row.high, 3), number(row.stated, 1))
        for row in drivers.pillars
    ]
    console.table(headings, rows)


def _performance_row(pillar: PillarPerformance) -> tuple[object, ...]:
    code = quadrant_code(pillar)
    return (
        pillar.name, number(pillar.score, 1), number(pillar.mean, 2), number(pillar.low, 2), number(pillar.high, 2),
        english(named(code)) if code else None, number(pillar.own, 2), number(pillar.gap, 2),
    )  # fmt: skip


def _order_row(standing: PillarStanding) -> tuple[object, ...]:
    low, high = standing.place_low, standing.place_high
    between = "–" if low is None else f"{low}" if low == high else f"{low}-{high}"
    verdict = english(named(VERDICT_WORDS[standing.verdict])) if standing.verdict else None
    return (
        standing.place, between, standing.name, number(standing.score, 1), number(standing.mean_rank, 2),
        place(standing.internal_place), verdict,
    )  # fmt: skip


def _show_adequacy(console: Console, project: Project, adequacy: Adequacy) -> None:
    console.say(*adequacy.sentences, "")
    lights = [(english(named(name)), english(named(LIGHT_WORDS[light]))) for name, light in lights_of(adequacy)]
    console.table(("Light", "Verdict"), lights, left=(0, 1))
    names = {pillar.key: pillar.name for pillar in project.pillars}
    shares = sorted(adequacy.shares, key=lambda share: -share.share)
    console.say("")
    console.table(
        ("Pillar", f"In the top {adequacy.top_places}", "From", "To"),
        [(names[of.pillar_key], percent(of.share), percent(of.low), percent(of.high)) for of in shares],
    )
    if adequacy.quality is not None and adequacy.quality.one_or_more:
        ways = adequacy.quality.ways
        console.say("")
        console.table(
            ("Place by who counts", *(way.key for way in ways)),
            [(names[key], *(dict(way.places).get(key) for way in ways)) for key, _ in ways[0].places],
        )
    if adequacy.weighting is not None and adequacy.weighting.places:
        console.say("")
        console.table(
            ("Place", "Unweighted", "Weighted"),
            [(one.name, one.place_before, one.place) for one in adequacy.weighting.places],
        )
    if adequacy.cohorts:
        console.say("")
        rows = [
            (base.name, base.n, english(named(STATUS_WORDS[base.status])), base.missing or None)
            for base in adequacy.cohorts
        ]
        console.table(("Group", "Answers", "Base", "More needed"), rows, left=(0, 2))
