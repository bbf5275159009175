package org.redress.process;

import java.util.Map;

import org.redress.worklist.OpenTask;

/** What completing one kind of user task means: hands the answers to the module they belong to and says what routes the process. */
interface TaskOutcome {

    /** Id of the user task in the models. */
    String key();

    /** @return variables the process needs to go on; facts stay in the module's tables */
    Map<String, Object> take(OpenTask task, Answers answers);
}
