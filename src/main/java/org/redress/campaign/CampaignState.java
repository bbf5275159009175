package org.redress.campaign;

/** Where a campaign stands; it only ever goes forward. */
public enum CampaignState {
    /** The rule proposes it and nobody has decided (待决定). */ PROPOSED,
    /** A manager said no, and why (不采纳). */ DROPPED,
    /** Its calls are on the list (进行中). */ RUNNING,
    /** The causes are found and written down (已分析). */ ANALYSED,
    /** What was decided has been followed up (已结束). */ CLOSED
}
