package org.redress.worklist;

/** What an open task belongs to. */
public enum TaskKind {
    /** 回访 */ CALL,
    /** 投诉 */ CASE,
    /** 回访简报 */ BRIEFING
}
