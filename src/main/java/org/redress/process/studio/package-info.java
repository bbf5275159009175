/** What the engine and the house say about models that do not run yet: the checks behind the problem list of the studio. */
@NullMarked
package org.redress.process.studio;

import org.jspecify.annotations.NullMarked;
