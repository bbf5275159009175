/** Board pages, their workbooks and the call for other systems. */
@org.jspecify.annotations.NullMarked
package org.redress.insight.web;
