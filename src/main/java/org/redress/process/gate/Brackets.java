package org.redress.process.gate;

/** How deep a text is nested, counted before anything parses it: parsers of expressions go one call deeper with every bracket. */
final class Brackets {

    private Brackets() {
    }

    static int deepest(String text) {
        int depth = 0;
        int deepest = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if (at == '\\' && quoted) {
                i++;
            } else if (at == '"') {
                quoted = !quoted;
            } else if (!quoted && (at == '(' || at == '[' || at == '{')) {
                deepest = Math.max(deepest, ++depth);
            } else if (!quoted && (at == ')' || at == ']' || at == '}')) {
                depth--;
            }
        }
        return deepest;
    }
}
