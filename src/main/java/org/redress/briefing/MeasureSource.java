package org.redress.briefing;

/** What a measure was decided on. */
public enum MeasureSource {
    /** 回访简报 */ BRIEFING,
    /** 专题回访 */ CAMPAIGN
}
