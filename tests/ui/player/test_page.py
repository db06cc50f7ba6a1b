"""The page: the first position's questions, leaving, what it shows of a moment."""

from __future__ import annotations

from PySide6.QtCore import Qt

from hipcoach.core.events import PlayerState
from hipcoach.core.session import SessionState

Key = Qt.Key


def test_the_first_position_asks_pain_now_prefilled_and_later_ones_do_not(played):
    played.begin(pain_now=3)
    question = played.page.frame.question
    assert question.isVisible()
    assert question.scale.score == 3
    assert not played.page.frame.play.stage.position.pair.isVisible()
    played.to_work()
    assert not question.isVisible()
    played.press(Key.Key_Return)
    assert not question.isVisible()
    assert played.page.frame.play.stage.position.pair.isVisible()


def test_an_answer_is_told_and_its_rating_restarts_the_20_seconds(played):
    played.begin()
    played.pass_time(12)
    played.page.frame.question.scale.type_digit(4)
    assert played.told == [("pain_answered", 4)]
    played.guided.felt_before(played.guided.session, 4)
    played.page.follow()
    assert round(played.guided.player.remaining) == 20


def test_something_new_ends_the_countdown_until_it_is_answered(played):
    played.begin()
    played.pass_time(5)
    played.page.frame.question.new.click()
    assert played.told == [("something_new",)]
    assert not played.driver.boundaries.isActive()
    assert not played.awake.held
    played.seconds += 600
    played.page.go_on()
    assert played.guided.player.state is PlayerState.PLAYING
    assert round(played.guided.player.remaining) == 20
    assert played.guided.session.events == ()


def test_leaving_pauses_and_asks_and_back_leads_back(played):
    played.begin()
    played.to_work()
    frame = played.page.frame
    played.press(Key.Key_Escape)
    assert played.guided.player.state is PlayerState.PAUSED
    assert frame.leave.isVisible()
    played.press(Key.Key_Escape, on=frame.leave)
    assert frame.play.isVisible()
    assert played.guided.player.state is PlayerState.PAUSED
    assert played.told == []


def test_leaving_for_now_leaves_the_session_as_it_is(played):
    played.begin()
    played.to_work()
    played.press(Key.Key_Return)
    played.page.frame.top.leave.click()
    played.press(Key.Key_L, on=played.page.frame.leave)
    assert played.told == [("left",)]
    assert played.saved[-1].state is SessionState.RUNNING


def test_ending_keeps_what_was_done(played):
    played.begin()
    played.pass_time(20 + 6 * 15 + 1)
    played.page.ask_leave()
    played.page.frame.leave.end.click()
    name, session = played.told[-1]
    assert (name, session.state) == ("finished", SessionState.ENDED_EARLY)
    assert [one.reps for one in session.sets] == [15]


def test_leaving_from_this_hurts_leads_back_to_it(played):
    played.begin()
    played.to_work()
    played.press(Key.Key_H)
    frame = played.page.frame
    played.press(Key.Key_Escape, on=frame.hurt)
    assert frame.leave.isVisible()
    frame.leave.back.click()
    assert frame.hurt.isVisible()


def test_from_the_lower_bound_on_the_screen_says_that_the_set_may_end(played):
    played.begin()
    panel = played.page.frame.play.panel
    played.pass_time(20 + 6 * 11 + 1)
    assert panel._may_end.text() == ""
    played.pass_time(6)
    assert panel._may_end.text() == "You may end here, or go on to 15."
    assert played.page.frame.play.bar.done.property("kind") == "soft"


def test_done_with_this_set_is_there_while_a_set_is_under_way(played):
    played.begin()
    bar = played.page.frame.play.bar
    assert not bar.done.isVisible()
    place = bar.skip.pos()
    played.to_work()
    assert bar.done.isVisible()
    assert bar.skip.pos() == place
    bar.done.click()
    assert not bar.done.isVisible()


def test_own_pace_prefills_and_waits(played):
    played.begin()
    played.to_work()
    played.page.frame.play.stage.own_pace.setChecked(True)
    assert played.guided.player.waits
    assert played.guided.player.count == 12
    played.pass_time(60)
    played.press(Key.Key_Return)
    assert played.saved[-1].sets[-1].reps == 12


def test_the_whole_session_ends_by_itself_and_lets_the_screen_sleep(played):
    played.begin()
    played.pass_time(3600)
    name, session = played.told[-1]
    assert (name, session.state) == ("finished", SessionState.FINISHED)
    assert len(session.sets) == session.planned_sets
    assert not played.awake.held


def test_nothing_is_clipped_in_the_smallest_design_size_and_at_large_text(played, theme, qapp):
    played.begin()
    for width, height, scale in ((960, 640, 1.0), (1280, 800, 1.5), (1280, 800, 1.75)):
        theme.show_look(qapp, dark=False, scale=scale)
        played.page.resize(width, height)
        qapp.processEvents()
        panel = played.page.frame.play.panel
        assert panel.ready.geometry().bottom() <= panel.height()
        assert not panel.ready.geometry().intersects(panel.more.geometry())
        bar = played.page.frame.play.bar
        assert bar.mapTo(played.page, bar.rect().bottomLeft()).y() <= height
        for button in (bar.hurt, bar.pause, bar.done):
            assert button.width() >= button.sizeHint().width()
    theme.show_look(qapp, dark=False, scale=1.0)
