/** The gate (安全门): looks at every model before the engine does, guard by guard, and refuses what is not on a list of what is allowed. */
@NullMarked
package org.redress.process.gate;

import org.jspecify.annotations.NullMarked;
