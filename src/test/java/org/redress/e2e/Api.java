package org.redress.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import org.redress.e2e.page.SignInPage;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** What happened before the test begins, told by the interface that other systems use. */
final class Api {

    private final RestClient client;

    /** @param site such as http://localhost:8080, without a slash at its end */
    Api(String site) {
        client = RestClient.create(site + "/api/v1");
    }

    JsonNode get(String account, String path) {
        return body(client.get().uri(path).headers(headers -> headers.setBasicAuth(account, SignInPage.PASSWORD))
                .retrieve().body(JsonNode.class));
    }

    /** @throws org.springframework.web.client.RestClientResponseException when the answer is 400 or above */
    JsonNode post(String account, String path, Object body) {
        return body(client.post().uri(path).headers(headers -> headers.setBasicAuth(account, SignInPage.PASSWORD))
                .contentType(MediaType.APPLICATION_JSON).body(body).retrieve().body(JsonNode.class));
    }

    private static JsonNode body(@org.jspecify.annotations.Nullable JsonNode body) {
        return body == null ? JsonNodeFactory.instance.nullNode() : body;
    }

    /** @return the number of the new case */
    String complaint(Map<String, ?> fields) {
        return post("intake", "/complaints", fields).path("number").asText();
    }

    /** The open task of the case with this element id, as the account sees it. */
    String task(String account, String caseNumber, String key) {
        for (String scope : new String[] {"mine", "claimable", "team"}) {
            for (JsonNode task : get(account, "/tasks?scope=" + scope + "&limit=200").path("items")) {
                if (task.path("caseNumber").asText().equals(caseNumber) && task.path("key").asText().equals(key)) {
                    return task.path("id").asText();
                }
            }
        }
        throw new AssertionError(account + " sees no task " + key + " of " + caseNumber);
    }

    void complete(String account, String caseNumber, String key, Map<String, ?> variables) {
        var task = task(account, caseNumber, key);
        post(account, "/tasks/" + task + "/claim", Map.of());
        post(account, "/tasks/" + task + "/complete", Map.of("variables", variables));
    }
}
