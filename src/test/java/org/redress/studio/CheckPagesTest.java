package org.redress.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.Browser;
import org.redress.RedressTest;
import org.redress.platform.DatabaseBaseline;
import org.redress.process.studio.Shipped;
import org.springframework.beans.factory.annotation.Autowired;

/** The problem list of a change: as a page, and as an editor asks for it at every pause of typing. */
class CheckPagesTest extends RedressTest {

    private static final Pattern TOKEN = Pattern.compile("<meta name=\"csrf-token\" content=\"([^\"]+)\"");
    private static final String COMPLAINT = "bpmn/complaint.bpmn";
    private static final String BROKEN = Shipped.changed(COMPLAINT, "candidateGroups=\"CALLBACK_AGENT\"", "candidateGroups=\"DENTIST\"");

    @Autowired
    private DatabaseBaseline database;
    @Autowired
    private ObjectMapper json;

    private Browser designer;
    private String change;

    @BeforeEach
    void begin() {
        database.restore();
        clock.reset();
        designer = new Browser(url("")).as("designer");
        change = designer.post("/designer/changes/new", Map.of("title", "A dentist calls")).headers().firstValue("Location").orElseThrow()
                .replaceFirst("^https?://[^/]+", "").replaceFirst("/edit$", "");
    }

    @Test
    void thePageSaysThatThereIsNothingYetThenWhatIsWrongThenThatAllIsWell() {
        assertThat(designer.get(change + "/check?lang=en").body()).contains("This change has no files yet").doesNotContain("??");
        designer.post(change + "/files", Map.of("file", COMPLAINT));
        assertThat(designer.get(change + "/check?lang=en").body()).contains("All is well: 1 file found nothing to mend").doesNotContain("??");

        designer.post(change + "/edit/process/complaint", Map.of("content", BROKEN, "revision", "1"));

        String english = designer.get(change + "/check?lang=en").body();
        assertThat(english).contains("This change cannot be released yet.", "“DENTIST” is neither a role nor a team", "Company rule",
                "/edit/process/complaint?element=userTask_recallCustomer").doesNotContain("??");
        assertThat(designer.get(change + "/check?lang=zh-CN").body()).contains("本变更还不能发布", "“DENTIST”既不是公司的角色", "公司规则").doesNotContain("??");
    }

    @Test
    void whileSomebodyTypesNothingIsKept() throws Exception {
        designer.post(change + "/files", Map.of("file", COMPLAINT));

        JsonNode found = json.readTree(ask(COMPLAINT, BROKEN.getBytes(StandardCharsets.UTF_8)).body());

        assertThat(found).singleElement().satisfies(line -> {
            assertThat(line.path("file").asText()).isEqualTo(COMPLAINT);
            assertThat(line.path("element").asText()).isEqualTo("userTask_recallCustomer");
            assertThat(line.path("layer").asText()).isEqualTo("HOUSE");
            assertThat(line.path("weight").asText()).isEqualTo("ERROR");
            assertThat(line.path("text").asText()).contains("DENTIST");
        });
        assertThat(json.readTree(ask(COMPLAINT, new byte[0]).body())).as("what is saved").isEmpty();
    }

    @Test
    void whatIsTooLargeOrNotThereIsAClearSentence() throws Exception {
        HttpResponse<String> large = ask(COMPLAINT, new byte[(4 << 20) + 1]);
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(json.readTree(large.body()).path("detail").asText()).contains("larger than 4 MiB");
        assertThat(ask("bpmn/gone.bpmn", new byte[0]).statusCode()).isEqualTo(404);
        JsonNode notXml = json.readTree(ask(COMPLAINT, "not xml".getBytes(StandardCharsets.UTF_8)).body());
        assertThat(notXml).singleElement().satisfies(line -> assertThat(line.path("layer").asText()).isEqualTo("GATE"));
    }

    private HttpResponse<String> ask(String file, byte[] content) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(designer.get("/settings").body());
        assertThat(token.find()).isTrue();
        return designer.client().send(designer.request(change + "/check?file=" + file).setHeader("Accept", "application/json").header("Content-Type", "text/plain")
                .header("X-XSRF-TOKEN", token.group(1)).POST(BodyPublishers.ofByteArray(content)).build(), BodyHandlers.ofString());
    }
}
