package org.redress.process.studio;

import com.fasterxml.jackson.databind.JsonNode;

/** One thing the house wants of every form. */
interface FormFileRule {

    void check(String file, JsonNode form, Models models, House house, Findings found);
}
