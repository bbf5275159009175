package org.redress.deadline.planted;

import org.springframework.util.StringUtils;

class KnowsAFramework {

    boolean asks() {
        return StringUtils.hasText("x");
    }
}
