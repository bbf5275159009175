package org.redress.e2e.page;

import org.redress.e2e.browser.Words;

/** The user tasks of the two processes, with the names their models give them. */
public enum UserTask {

    CALL("userTask_callCustomer", "Call customer", "回访客户"),
    TRIAGE("userTask_triageComplaint", "Triage complaint", "研判投诉"),
    SIGN("userTask_signForCase", "Sign for case", "签收案件"),
    RESOLVE("userTask_resolveComplaint", "Resolve complaint", "处理投诉"),
    AWAIT("userTask_awaitAnswer", "Await answer", "等待答复"),
    REVIEW("userTask_reviewResolution", "Review resolution", "审核处理结果"),
    RECALL("userTask_recallCustomer", "Recall customer", "再次回访客户");

    private final String id;
    private final String english;
    private final String chinese;

    UserTask(String id, String english, String chinese) {
        this.id = id;
        this.english = english;
        this.chinese = chinese;
    }

    /** The element in the model, and the form. */
    public String id() {
        return id;
    }

    public String name(Words words) {
        return words.choose(english, chinese);
    }
}
