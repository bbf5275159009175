package org.redress.studio;

/** How far a release has come. */
public enum ReleaseState {
    /** 待审批 */ SUBMITTED,
    /** 已批准，待生效：waits for its window */ APPROVED,
    /** 已发布 */ RELEASED,
    /** 已驳回 */ REFUSED,
    /** 已撤回 */ WITHDRAWN,
    /** 未生效：approved, but its window passed, or what it stood on had moved, or the engine refused it */ FAILED;

    /** Whether somebody or some time can still put it into force. */
    public boolean isOpen() {
        return this == SUBMITTED || this == APPROVED;
    }
}
