package org.redress.campaign;

/** What of a kind of service is watched month by month (预警指标). Both are shares of things that either are so or are not. */
public enum Signal {
    /**
     * Jobs done in the month about which a complaint came, of all jobs done in it (投诉率). Merged, rejected and withdrawn complaints are left
     * out, and so are those that name no job: they belong to no month's jobs.
     */
    COMPLAINT_RATE,
    /**
     * Rated answers that say dissatisfied, of all rated answers about jobs done in the month (不满意率). Answers of thematic calls are left out:
     * their customers were chosen, not drawn.
     */
    DISSATISFACTION_RATE
}
