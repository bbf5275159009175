/** Pages of thematic calls. */
@org.jspecify.annotations.NullMarked
package org.redress.campaign.web;
