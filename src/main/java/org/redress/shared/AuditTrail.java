package org.redress.shared;

import java.util.Map;

/** The append-only record of every act (审计): who, when, from where, what changed. Joins the running transaction. */
public interface AuditTrail {

    /**
     * @param act       what was done, an upper-case word such as ASSIGN
     * @param subject   kind of thing: CASE, CALL, TASK, PERSON, IMPORT, ACCOUNT, MODEL
     * @param subjectId its number or id as people know it
     * @param change    what changed, as shown to an auditor; never a password
     */
    void record(String act, String subject, String subjectId, Map<String, ?> change);
}
