/** Pages of scales, questionnaires and the asking, and the interface for answers of other systems. */
@org.jspecify.annotations.NullMarked
package org.redress.survey.web;
