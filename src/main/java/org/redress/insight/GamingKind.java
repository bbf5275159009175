package org.redress.insight;

/** What looks as if a clock had been played with (时限异常操作). A mark is a question to ask, not a verdict. */
public enum GamingKind {
    /** Paused within the last tenth of its time (临超时暂停). */ PAUSED_BEFORE_BREACH,
    /** Closed, reopened within 14 days, and taken by the same handler (办结后重开). */ CLOSED_AND_REOPENED,
    /** Given a longer limit after three quarters of the old one (临超时降级). */ LONGER_LIMIT,
    /** Closed at month's end on a day with more than three times the team's usual closings (月末突击办结). */ CLOSED_EN_MASSE
}
