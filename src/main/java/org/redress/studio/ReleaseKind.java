package org.redress.studio;

/** Where a release comes from. */
public enum ReleaseKind {
    /** 产品自带 */ PRODUCT,
    /** 变更 */ CHANGE,
    /** 接口发布：sent over the API, by the pipeline of a repository */ PIPELINE,
    /** 恢复：an earlier one put into force again */ BACK
}
