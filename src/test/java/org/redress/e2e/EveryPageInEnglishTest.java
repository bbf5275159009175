package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page in English; and that none is left out. */
class EveryPageInEnglishTest extends EveryPage {

    private static final List<String> OTHER_DOORS = List.of("/api/", "/v3/", "/swagger-ui");

    /** {@code {number:[a-z]{1,40}}}, alone or before {@code .pdf} */
    private static final Pattern PATTERN_OF_VALUE = Pattern.compile("\\{(\\w+):.*?}(?=/|\\.\\w+$|$)");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    EveryPageInEnglishTest() {
        super(Locale.ENGLISH);
    }

    @Test
    void noPageIsLeftOut() {
        Set<String> listed = new TreeSet<>(Route.NO_PAGES);
        Route.PAGES.forEach(route -> listed.add(route.mapping()));
        assertThat(pagesOfTheApplication()).containsExactlyInAnyOrderElementsOf(listed);
    }

    private Set<String> pagesOfTheApplication() {
        Set<String> pages = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> {
            var methods = mapping.getMethodsCondition().getMethods();
            if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
                mapping.getPatternValues().stream().filter(path -> OTHER_DOORS.stream().noneMatch(path::startsWith))
                        .map(path -> PATTERN_OF_VALUE.matcher(path).replaceAll("{$1}")).forEach(pages::add);
            }
        });
        return pages;
    }
}
