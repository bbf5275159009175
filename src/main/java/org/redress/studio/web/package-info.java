/** Pages of the studio. */
@org.jspecify.annotations.NullMarked
package org.redress.studio.web;
