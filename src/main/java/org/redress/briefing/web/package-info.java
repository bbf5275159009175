/** Briefings as people read them: pages, paper (PDF) and workbooks, all made of the stored content. */
@org.jspecify.annotations.NullMarked
package org.redress.briefing.web;
