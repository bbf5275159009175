package org.redress.complaint.web;

import java.beans.PropertyEditorSupport;

/** The empty choice of a select is no choice. */
final class EmptyIsNull<E extends Enum<E>> extends PropertyEditorSupport {

    private final Class<E> type;

    EmptyIsNull(Class<E> type) {
        this.type = type;
    }

    @Override
    public void setAsText(String text) {
        setValue(text.isBlank() ? null : Enum.valueOf(type, text));
    }

    @Override
    public String getAsText() {
        return getValue() == null ? "" : getValue().toString();
    }
}
