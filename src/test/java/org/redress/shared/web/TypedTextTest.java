package org.redress.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** What comes back with a refusal is what the person typed, and reads like it. */
class TypedTextTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/callbacks/7/complete");

    @Test
    void answersOfTheFormViewerComeOneByOne() {
        request.addParameter("answers", "{\"reached\":true,\"summary\":\"Came late\",\"empty\":\" \",\"none\":null,\"parts\":[\"a\",\"b\"],\"at\":{\"day\":\"Monday\"}}");
        assertThat(TypedText.of(request, new ObjectMapper())).containsOnlyKeys("reached", "summary", "parts", "at.day")
                .containsEntry("summary", List.of("Came late")).containsEntry("parts", List.of("a", "b"));
    }

    @Test
    void plainFieldsHaveTheirOwnNamesAndWhatThePagePutThereIsLeftOut() {
        List.of("version", "then", "back", "pick", "_csrf", "newPassword").forEach(name -> request.addParameter(name, "3"));
        request.addParameter("field.summary", "Came late");
        assertThat(TypedText.of(request, new ObjectMapper())).containsOnlyKeys("summary");
    }

    @Test
    void answersThatCannotBeReadAreShownAsTheyCame() {
        request.addParameter("answers", "{\"summary\":");
        assertThat(TypedText.of(request, new ObjectMapper())).containsEntry("answers", List.of("{\"summary\":"));
    }

    @Test
    void anOpenedPageHadNothingTyped() {
        request.setMethod("GET");
        request.addParameter("words", "late");
        assertThat(TypedText.of(request, new ObjectMapper())).isEmpty();
    }
}
