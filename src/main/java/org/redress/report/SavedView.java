package org.redress.report;

/** A report that somebody keeps. @param query as {@link ReportQuery#text()} @param shared whether everybody who reads reports may open it */
public record SavedView(long id, int version, String owner, String name, String query, boolean shared) {
}
