package org.redress.organisation;

import org.redress.shared.Bilingual;

/** A part of the company that teams belong to (部门). */
public record Department(String code, Bilingual name) {
}
