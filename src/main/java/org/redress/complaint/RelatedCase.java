package org.redress.complaint;

/** A case beside another. @param relation REPEATS_IT, REPEATED, MERGED_HERE, MERGED_INTO or SAME_CUSTOMER */
public record RelatedCase(CaseListRow row, String relation) {
}
