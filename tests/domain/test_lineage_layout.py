"""The drawing of a lineage: no boxes on each other, every tie drawn, mentors at the left, always the same."""

from dataclasses import replace
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain.lineage import Lineage, LineagePerson, LineageTie, closing
from mentordesk.domain.lineage_labels import Rect, labels
from mentordesk.domain.lineage_layout import Box, Layout, Line, Measures, arrange
from mentordesk.domain.lineage_order import crossings, layered
from mentordesk.domain.lineage_routes import Net, lanes, ports

SIZES = Measures(120, 42, 34, 18)


def overlap(one: Box, other: Box) -> bool:
    beside = one.x + one.width <= other.x or other.x + other.width <= one.x
    return not (beside or one.y + one.height <= other.y or other.y + other.height <= one.y)


def made(ties: list[tuple[int, int]], person: int = 0, lonely: int = 0) -> Lineage:
    """A lineage of ties (mentor, mentee), the first the oldest; ranks by the longest way from the first mentor."""
    found = [LineageTie(a, b, (at,), (1950 + at,), alive=True, reverse=False) for at, (a, b) in enumerate(ties)]
    back = closing(found)
    found = [replace(tie, closes=tie.key in back) for tie in found]
    ids = sorted({person, *(each for tie in ties for each in tie), *range(lonely)})
    ranks = dict.fromkeys(ids, 0)
    for _ in ids:
        for tie in found:
            if not tie.closes:
                ranks[tie.mentee_id] = max(ranks[tie.mentee_id], ranks[tie.mentor_id] + 1)
    people = tuple(LineagePerson(each, f"Person {each:03}", "") for each in ids)
    return Lineage(person, people, tuple(found), ranks, max(ranks.values()) + 1)


@st.composite
def families(draw: st.DrawFn) -> Lineage:
    count = draw(st.integers(2, 14))
    edges = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)).filter(lambda it: it[0] != it[1])
    return made(draw(st.lists(edges, unique=True, max_size=24)))


def segments(line: Line) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    return list(pairwise(line.points))


def passes_through_a_box(layout: Layout) -> bool:
    for line in layout.lines:
        for (x, y), (x2, y2) in segments(line):
            for box in layout.boxes.values():
                inside_x = min(x, x2) < box.x + box.width - 0.5 and max(x, x2) > box.x + 0.5
                inside_y = min(y, y2) < box.y + box.height - 0.5 and max(y, y2) > box.y + 0.5
                if inside_x and inside_y:
                    return True
    return False


@settings(max_examples=150, deadline=None)
@given(families())
def test_no_box_lies_on_another_and_no_line_goes_through_one(family: Lineage) -> None:
    layout = arrange(family, SIZES)
    assert set(layout.boxes) == {person.id for person in family.people}
    assert not any(overlap(one, other) for one, other in combinations(layout.boxes.values(), 2))
    assert not passes_through_a_box(layout)


@settings(max_examples=150, deadline=None)
@given(families())
def test_every_tie_is_a_line_from_edge_to_edge_and_square(family: Lineage) -> None:
    layout = arrange(family, SIZES)
    assert {line.tie.key for line in layout.lines} == {tie.key for tie in family.ties}
    for line in layout.lines:
        mentor, mentee = layout.boxes[line.tie.mentor_id], layout.boxes[line.tie.mentee_id]
        left, right = (mentee, mentor) if line.tie.closes else (mentor, mentee)
        (x, y), (x2, y2) = line.points[0], line.points[-1]
        assert (x, x2) == (left.x + left.width, right.x)
        assert left.y <= y <= left.y + left.height
        assert right.y <= y2 <= right.y + right.height
        assert all(a[0] == b[0] or abs(a[1] - b[1]) < 0.5 for a, b in segments(line))


@settings(max_examples=100, deadline=None)
@given(families())
def test_mentors_stand_left_of_their_mentees_but_for_ties_that_lead_back(family: Lineage) -> None:
    layout = arrange(family, SIZES)
    for tie in family.ties:
        mentor, mentee = layout.boxes[tie.mentor_id], layout.boxes[tie.mentee_id]
        assert (mentor.x > mentee.x) if tie.closes else (mentor.x < mentee.x)


@settings(max_examples=60, deadline=None)
@given(families(), st.randoms())
def test_the_order_in_which_people_and_ties_come_does_not_matter(family: Lineage, random) -> None:
    people, ties = list(family.people), list(family.ties)
    random.shuffle(people)
    random.shuffle(ties)
    assert arrange(replace(family, people=tuple(people), ties=tuple(ties)), SIZES) == arrange(family, SIZES)


def test_a_chain_is_one_straight_line() -> None:
    layout = arrange(made([(0, 1), (1, 2), (2, 3)]), SIZES)
    assert len({box.y for box in layout.boxes.values()}) == 1
    assert all(len(line.points) == 2 for line in layout.lines)
    assert (layout.width, layout.height) == (4 * 120 + 3 * 34, 42)


def test_mentees_stand_around_their_mentor_and_a_second_mentor_right_before() -> None:
    """As on the mock-up: Viktor, Ruth, Amara in one line, Mei-Lin below Ruth, Chidi over and Jonas under Amara."""
    viktor, ruth, amara, mei, chidi, jonas = range(6)
    ties = [(viktor, ruth), (ruth, amara), (amara, chidi), (mei, amara), (amara, jonas)]
    boxes = arrange(made(ties), SIZES).boxes
    assert boxes[viktor].y == boxes[ruth].y == boxes[amara].y
    assert boxes[mei].x == boxes[ruth].x
    assert boxes[mei].y > boxes[ruth].y
    assert boxes[amara].y == (boxes[chidi].y + boxes[jonas].y) / 2


def test_two_who_mentored_each_other_have_two_lines() -> None:
    layout = arrange(made([(0, 1), (1, 0)]), SIZES)
    forth, back = sorted(layout.lines, key=lambda line: line.tie.closes)
    assert back.tie.closes
    assert forth.points[0][1] != back.points[0][1]
    assert forth.points[-1][1] != back.points[-1][1]


def test_somebody_alone_has_a_box() -> None:
    layout = arrange(made([]), SIZES)
    assert (len(layout.boxes), layout.lines, layout.width, layout.height) == (1, (), 120, 42)


def test_a_tree_has_no_crossing() -> None:
    ties = [(0, 1), (0, 2), (0, 3), (2, 4), (1, 5), (3, 6), (2, 7), (1, 8)]
    lineage = made(ties)
    assert crossings(layered([person.id for person in lineage.people], {tie: tie for tie in ties}, lineage.ranks)) == 0


def test_crossings_that_names_alone_would_give_are_taken_out() -> None:
    ties = [(0, 5), (1, 4), (2, 3), (0, 4)]
    lineage = made(ties)
    assert crossings(layered([person.id for person in lineage.people], {tie: tie for tie in ties}, lineage.ranks)) == 0


def test_lines_that_go_up_or_down_side_by_side_have_lanes_of_their_own() -> None:
    nets = [Net(0, (100,)), Net(50, (150,)), Net(300, (400,)), Net(500, (500,))]
    found = lanes(nets)
    assert found[0] != found[1]
    assert (found[2], found[3]) == (0, 0)


def test_a_line_turns_before_another_arrives_at_its_height() -> None:
    """Else both would lie on one line between the two lanes."""
    found = lanes([Net(100, (300,)), Net(200, (100,))])
    assert found[0] < found[1]


def test_lines_arrive_at_a_box_apart_the_straight_one_in_the_middle() -> None:
    assert ports(50, [50], 15, 9) == [50]
    assert ports(50, [10, 50, 90], 15, 9) == [41, 50, 59]
    assert ports(50, [10, 20], 15, 9) == [45.5, 54.5]
    assert ports(50, [50, 60, 70, 80], 15, 9) == [50, 55, 60, 65]


@settings(max_examples=80, deadline=None)
@given(families())
def test_words_on_lines_lie_on_no_box_and_on_no_other_words(family: Lineage) -> None:
    layout = arrange(family, SIZES)
    found = labels(layout, family.names, lambda text: 7.0 * len(text), 15.0)
    boxes = [Rect(box.x, box.y, box.x + box.width, box.y + box.height) for box in layout.boxes.values()]
    rects = [label.rect for label in found]
    assert not any(rect.meets(box) for rect in rects for box in boxes)
    assert not any(one.meets(other) for one, other in combinations(rects, 2))


def test_the_year_stands_over_a_straight_line_and_a_reverse_tie_says_who_mentored_whom() -> None:
    layout = arrange(made([(0, 1)]), SIZES)
    (label,) = labels(layout, {0: "Ruth A", 1: "Amara O"}, lambda text: 7.0 * len(text), 15.0)
    assert label.words == "1950"
    assert label.rect.bottom < layout.lines[0].points[0][1]

    family = made([(0, 1), (2, 1)])
    turned = tuple(replace(tie, reverse=tie.mentor_id == 2) for tie in family.ties)
    layout = arrange(replace(family, ties=turned), SIZES)
    names = {0: "Ruth A", 1: "Amara O", 2: "Mei-Lin Z"}
    said = {label.words for label in labels(layout, names, lambda text: 7.0 * len(text), 15.0)}
    assert said == {"1950", "1951, reverse: Mei-Lin mentors Amara"}
