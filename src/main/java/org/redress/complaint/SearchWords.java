package org.redress.complaint;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;
import org.redress.customer.Phone;

/**
 * Words of Chinese and English text, the same way when a case is stored and when it is looked for. PostgreSQL splits no Chinese, so
 * Chinese is kept as single characters and as pairs of neighbours; a number is kept whole and by its endings from four digits on.
 */
final class SearchWords {

    private static final int SHORTEST_ENDING = 4;
    private static final int LONGEST_QUERY = 12;
    private static final Pattern CASE_NUMBER = Pattern.compile("(?i)\\brd[- ]?(\\d{4})[- ]?(\\d{1,9})\\b");
    private static final Pattern COUNTRY_CODE = Pattern.compile("(?:\\+|\\b00)86[- ]?(?=\\d{2,})");

    private static final Analyzer STORED = analyzer(true);
    private static final Analyzer ASKED = analyzer(false);

    private SearchWords() {
    }

    /** What is stored of a case beside its number. */
    static String[] stored(Collection<@Nullable String> texts, @Nullable String phone) {
        Set<String> words = new LinkedHashSet<>();
        for (String text : texts) {
            if (text != null && !text.isBlank()) {
                words.addAll(words(STORED, text));
            }
        }
        String digits = Phone.digits(phone);
        if (digits != null) {
            for (int from = 0; from == 0 || digits.length() - from >= SHORTEST_ENDING; from++) {
                words.add(digits.substring(from));
            }
        }
        words.remove("");
        return words.toArray(String[]::new);
    }

    /**
     * The query as PostgreSQL's {@code tsquery}: all words must be there; digits and Latin words match by their beginning.
     *
     * @return empty when the text holds no word
     */
    static Optional<String> query(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        Matcher number = CASE_NUMBER.matcher(text);
        while (number.find()) {
            parts.add("rd-" + number.group(1) + "-" + number.group(2));
            number.appendReplacement(rest, " ");
        }
        number.appendTail(rest);
        parts.addAll(words(ASKED, COUNTRY_CODE.matcher(rest).replaceAll("")));
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(parts.stream().distinct().limit(LONGEST_QUERY).map(SearchWords::lexeme).collect(Collectors.joining(" & ")));
    }

    private static String lexeme(String word) {
        String quoted = "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
        boolean beginning = word.chars().allMatch(c -> c < 0x250) && (word.length() > 1 || Character.isDigit(word.charAt(0)));
        return beginning ? quoted + ":*" : quoted;
    }

    private static List<String> words(Analyzer analyzer, String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("", new StringReader(text.toLowerCase(Locale.ROOT)))) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail to be read", e);
        }
        return words;
    }

    private static Analyzer analyzer(boolean single) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer source = new StandardTokenizer();
                TokenStream words = new EnglishMinimalStemFilter(new LowerCaseFilter(new CJKWidthFilter(source)));
                int scripts = CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;
                return new TokenStreamComponents(source, new CJKBigramFilter(words, scripts, single));
            }
        };
    }
}
