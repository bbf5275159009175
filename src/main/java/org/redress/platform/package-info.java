/** What stands under every module: the embedded database, the clock, and one clear sentence when either cannot start. */
@NullMarked
package org.redress.platform;

import org.jspecify.annotations.NullMarked;
