package org.redress.studio;

/** How far a change has come. */
public enum ChangeState {
    /** 编辑中：designers edit it */ OPEN,
    /** 已送审：its files stand still until the request is decided or withdrawn */ SUBMITTED,
    /** 已发布 */ RELEASED,
    /** 已作废 */ DISCARDED
}
