/** Where the engine lives: its configuration, what models may call, and the adapters of the ports that other rooms declare. */
@NullMarked
package org.redress.process;

import org.jspecify.annotations.NullMarked;
