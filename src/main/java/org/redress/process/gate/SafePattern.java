package org.redress.process.gate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Whether a pattern (regular expression) is done in a time that grows with the text and not with its square, cube or worse. */
final class SafePattern {

    private static final int LONGEST = 200;
    private static final int MOST_OPEN = 4;

    private SafePattern() {
    }

    static boolean allows(String pattern) {
        if (pattern.length() > LONGEST) {
            return false;
        }
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            return false;
        }
        return new Walk(pattern).isSafe();
    }

    private static final class Walk {

        private final String pattern;
        /** For each group that is open: whether it repeats or chooses inside. */
        private final Deque<Boolean> groups = new ArrayDeque<>();
        private int open;

        Walk(String pattern) {
            this.pattern = pattern;
        }

        boolean isSafe() {
            boolean choice = false;
            boolean closed = false;
            for (int i = 0; i < pattern.length(); i++) {
                char at = pattern.charAt(i);
                boolean repeats = repeats(i);
                if (repeats && closed && choice) {
                    return false;
                }
                if (at == '\\') {
                    char next = i + 1 < pattern.length() ? pattern.charAt(++i) : ' ';
                    if (Character.isDigit(next) || next == 'k' || next == 'Q') {
                        return false;
                    }
                } else if (at == '[') {
                    i = endOfClass(i);
                } else if (at == '(') {
                    groups.push(false);
                } else if (at == '|' || repeats) {
                    open += repeats && unbounded(i) ? 1 : 0;
                    markGroup();
                }
                closed = at == ')';
                choice = closed && !groups.isEmpty() && groups.pop();
                if (closed && choice) {
                    markGroup();
                }
            }
            return open <= MOST_OPEN;
        }

        private void markGroup() {
            if (!groups.isEmpty()) {
                groups.pop();
                groups.push(true);
            }
        }

        private boolean repeats(int i) {
            char at = pattern.charAt(i);
            return at == '*' || at == '+' || at == '{';
        }

        private boolean unbounded(int i) {
            char at = pattern.charAt(i);
            int end = pattern.indexOf('}', i);
            return at == '*' || at == '+' || at == '{' && (end < 0 || pattern.charAt(end - 1) == ',' || end - i > 6);
        }

        private int endOfClass(int start) {
            int depth = 0;
            for (int i = start; i < pattern.length(); i++) {
                char at = pattern.charAt(i);
                if (at == '\\') {
                    i++;
                } else if (at == '[') {
                    depth++;
                } else if (at == ']' && i > start + 1 && --depth == 0) {
                    return i;
                }
            }
            return pattern.length();
        }
    }
}
