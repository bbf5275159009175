package org.redress.studio;

import java.util.Collection;
import java.util.List;

/** Port: what the engine and the house say about models, without leaving a trace of them anywhere. */
public interface ModelChecks {

    /**
     * All three layers. A file that the gate refuses is not shown to the engine.
     *
     * @param set  the whole set as it would be released
     * @param only names of the files to look at; what they refer to is found in the set
     * @return in the order of files, layers and the model; empty when all is well
     */
    List<Finding> check(ModelSet set, Collection<String> only);
}
