/** Figures for other systems, the numbers people enter for them, and the page that checks them. */
@org.jspecify.annotations.NullMarked
package org.redress.figure.web;
