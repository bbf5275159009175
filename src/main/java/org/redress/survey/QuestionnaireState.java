package org.redress.survey;

/** State of one version of a questionnaire. */
public enum QuestionnaireState {
    /** 草稿 */ DRAFT,
    /** 使用中 */ LIVE,
    /** 已停用 */ RETIRED
}
