package org.redress.campaign;

/** Where the causes of an analysis come from. */
public enum CauseSource {
    /** Question {@code cause} of the questionnaire (问卷回答). */ ANSWER,
    /** Category of the case that was opened (投诉类别). */ CATEGORY,
    /** What those who worked on the case found to be behind it (根本原因). */ ROOT_CAUSE
}
