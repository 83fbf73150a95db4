package org.bocage.portal.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** File with the data held on a person, for the person (article 20 of the GDPR). */
final class PersonalDataFile {

    private static final JsonMapper JSON = JsonMapper.shared();

    private PersonalDataFile() {}

    /** Returns the answer that carries the file. */
    static ResponseEntity<byte[]> answer(String email, Instant at, List<PersonalDataFinding> found) {
        Map<String, Object> file = new TreeMap<>();
        file.put("adresse", email);
        file.put("le", at.toString());
        file.put("trouve", found.stream().map(PersonalDataFile::told).toList());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("donnees.json")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(file));
    }

    private static Map<String, Object> told(PersonalDataFinding trace) {
        Map<String, Object> told = new TreeMap<>();
        told.put("ou", trace.place());
        told.put("titre", trace.title());
        told.put("donnees", trace.values());
        return told;
    }
}
