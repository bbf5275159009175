package org.redress.studio;

/** What became of one case of a migration. */
public enum CaseOutcome {
    /** 待迁移 */ WAITING,
    /** 不能迁移：told at the preview */ CANNOT,
    /** 已迁移 */ MOVED,
    /** 已跳过：it moved since the preview */ SKIPPED,
    /** 未成功：refused when its turn came */ FAILED
}
