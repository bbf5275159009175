package org.redress.organisation;

import org.redress.shared.Bilingual;

/** A responsible team (责任班组), of the company or of a partner. */
public record Team(String code, String department, Bilingual name, boolean partner, boolean active) {
}
