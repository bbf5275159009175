package org.redress.briefing;

/** How far a briefing is. */
public enum BriefingState {
    /** 草稿, for managers only */ DRAFT,
    /** 已发布, never changes again */ PUBLISHED,
    /** 不发布 */ DROPPED
}
