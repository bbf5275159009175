package org.redress.insight;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One page of a board.
 *
 * @param numbers of the same team and severity, whichever states are shown
 * @param rows    what is due first comes first
 * @param next    cursor of the next page, null on the last one
 */
public record BoardPage(BoardNumbers numbers, List<BoardRow> rows, @Nullable String next) {
}
