/** How fast and how big Redress is: measured by {@code mvn verify -Pbench} and printed as one table. */
@org.jspecify.annotations.NullMarked
package org.redress.bench;
