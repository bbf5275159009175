package org.redress.process;

import org.jspecify.annotations.Nullable;

/** Names the one version of a form that a task was released with: deployment and form id. */
record FormReference(String deployment, String form) {

    static String of(String deployment, @Nullable String form) {
        return deployment + "/" + (form == null ? "" : form);
    }

    static FormReference parse(String text) {
        int slash = text.indexOf('/');
        return new FormReference(text.substring(0, slash), text.substring(slash + 1));
    }
}
