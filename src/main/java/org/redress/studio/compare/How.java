package org.redress.studio.compare;

/** How something differs. */
public enum How {
    /** 新增 */ ADDED,
    /** 删除 */ REMOVED,
    /** 修改 */ CHANGED,
    /** 移动：a rule that stands at another place */ MOVED,
    /** 仅布局：drawn elsewhere, works the same */ LAYOUT,
    /** 未变：shown for its neighbours' sake */ SAME
}
