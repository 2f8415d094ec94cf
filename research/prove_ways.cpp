// How many people can travel through six tables in four rounds, none to a table twice, and meet
// nobody twice: all is tried. Proves what wcafe/solver/designs/ways.py says and prints plans for
// resources/designs/ways.txt.
//
//     g++ -O3 -march=native -o prove_ways research/prove_ways.cpp && ./prove_ways
//
// A way is a word of four different letters out of six, and two people meet twice where their words
// agree in two places. So every pair of places and every pair of letters in them (180 cells) is in
// one word at most; n words leave 30 - n of the 30 cells of each pair of places free. The search
// takes the cell with the fewest words left, and tries each of them and leaving it free. With 26
// words or more some letter is in five words at the first place: up to a renaming of letters and an
// exchange of places that makes three beginnings. More people have a plan with k repeats only if
// leaving k of them out leaves none: so they follow from all plans of 26 without a repeat.
// Takes about two minutes: no plan for 28, plans for 27, all of 26.

#include <algorithm>
#include <array>
#include <bitset>
#include <climits>
#include <cstdio>
#include <set>
#include <vector>

using Word = std::array<int, 4>;
using Words = std::bitset<360>;

static std::vector<Word> words;
static std::vector<std::array<int, 6>> cells_of;  // the six cells of each word
static std::vector<int> words_of[180];            // the words of each cell, 30 a pair of places
static Words strangers[360];                      // the words each may stand beside
static int most_free;                             // cells left free, at most, of a pair of places
static int left_free[6];
static bool is_closed[180];
static std::vector<int> chosen;
static std::vector<std::vector<int>> plans;

static int agreements(const Word& a, const Word& b) {
    int number = 0;
    for (int k = 0; k < 4; k++) number += a[k] == b[k];
    return number;
}

static void make_words() {
    for (int n = 0; n < 1296; n++) {
        Word word = {n / 216, n / 36 % 6, n / 6 % 6, n % 6};
        if (std::set<int>(word.begin(), word.end()).size() < 4) continue;
        std::array<int, 6> cells{};
        int pair = 0;
        for (int i = 0; i < 4; i++)
            for (int j = i + 1; j < 4; j++, pair++) {
                cells[pair] = 30 * pair + 5 * word[i] + word[j] - (word[j] > word[i]);
                words_of[cells[pair]].push_back((int)words.size());
            }
        words.push_back(word);
        cells_of.push_back(cells);
    }
    for (size_t a = 0; a < words.size(); a++)
        for (size_t b = 0; b < words.size(); b++)
            strangers[a][b] = agreements(words[a], words[b]) < 2;
}

static void extend(const Words& left) {
    int next = -1, fewest = INT_MAX, dead[6] = {};
    for (int cell = 0; cell < 180; cell++) {
        if (is_closed[cell]) continue;
        int number = 0;
        for (int word : words_of[cell]) number += left[word];
        if (!number) {
            if (left_free[cell / 30] + ++dead[cell / 30] > most_free) return;
        } else if (number < fewest) {
            fewest = number;
            next = cell;
        }
    }
    if (next < 0) {
        plans.push_back(chosen);
        return;
    }
    Words others = left;
    for (int word : words_of[next]) {
        if (!left[word]) continue;
        others[word] = false;
        for (int cell : cells_of[word]) is_closed[cell] = true;
        chosen.push_back(word);
        extend(left & strangers[word]);
        chosen.pop_back();
        for (int cell : cells_of[word]) is_closed[cell] = false;
    }
    if (left_free[next / 30] < most_free) {
        is_closed[next] = true;
        left_free[next / 30]++;
        extend(others);
        left_free[next / 30]--;
        is_closed[next] = false;
    }
}

static void find_plans(int people) {
    most_free = 30 - people;
    plans.clear();
    std::vector<std::array<int, 5>> orders;
    std::array<int, 5> order = {1, 2, 3, 4, 5};
    do orders.push_back(order);
    while (std::next_permutation(order.begin(), order.end()));
    std::set<std::vector<Word>> seen;
    for (auto& third : orders)
        for (auto& fourth : orders) {
            std::vector<Word> begun;
            for (int k = 0; k < 5; k++)
                if (third[k] != k + 1 && fourth[k] != k + 1 && third[k] != fourth[k])
                    begun.push_back({0, k + 1, third[k], fourth[k]});
            if (begun.size() < 5 || seen.count(begun)) continue;
            for (auto& named : orders) {
                std::array<int, 3> place = {1, 2, 3};
                do {
                    std::vector<Word> alike;
                    for (auto& word : begun)
                        alike.push_back({0, named[word[place[0]] - 1], named[word[place[1]] - 1],
                                         named[word[place[2]] - 1]});
                    std::sort(alike.begin(), alike.end());
                    seen.insert(alike);
                } while (std::next_permutation(place.begin(), place.end()));
            }
            Words left;
            left.set();
            chosen.clear();
            std::fill(is_closed, is_closed + 180, false);
            for (auto& word : begun) {
                int k = (int)(std::find(words.begin(), words.end(), word) - words.begin());
                chosen.push_back(k);
                left &= strangers[k];
                for (int cell : cells_of[k]) is_closed[cell] = true;
            }
            extend(left);
        }
    printf("%d people: %zu plans without a repeat\n", people, plans.size());
    fflush(stdout);
}

static bool is_even(const std::vector<int>& plan) {
    for (int place = 0; place < 4; place++) {
        int at[6] = {};
        for (int word : plan) at[words[word][place]]++;
        if (*std::max_element(at, at + 6) - *std::min_element(at, at + 6) > 1) return false;
    }
    return true;
}

static void tell(int people, int repeats, std::vector<int> plan) {
    std::sort(plan.begin(), plan.end());
    printf("%d people, %d repeats, 6 :", people, repeats);
    for (size_t k = 0; k < plan.size(); k++)
        for (int place = 0; place < 4; place++)
            printf("%s %d", place || !k ? "" : " |", words[plan[k]][place]);
    printf("\n");
}

// Add one, two and three words to every plan of 26, as cheaply as can be.
static void add_people(bool counts_repeats) {
    size_t n = words.size();
    std::vector<std::vector<int>> cost(n, std::vector<int>(n));
    for (size_t a = 0; a < n; a++)
        for (size_t b = 0; b < n; b++) {
            int times = agreements(words[a], words[b]);
            cost[a][b] = counts_repeats ? std::max(times - 1, 0) : times * (times - 1) / 2;
        }
    int least[4] = {0, INT_MAX, INT_MAX, INT_MAX};
    std::vector<int> even[4];
    for (auto& plan : plans) {
        if (plan.size() != 26) continue;
        if (is_even(plan)) even[0] = plan;
        std::vector<int> alone(n), added = plan;
        for (size_t a = 0; a < n; a++)
            for (int word : plan) alone[a] += cost[a][word];
        auto weigh = [&](int more, int found) {
            if (found < least[more]) even[more].clear();
            least[more] = std::min(least[more], found);
            if (even[more].empty() && is_even(added)) even[more] = added;
        };
        for (size_t a = 0; a < n; a++) {
            added.push_back((int)a);
            if (alone[a] <= least[1]) weigh(1, alone[a]);
            for (size_t b = a; b < n; b++) {
                int two = alone[a] + alone[b] + cost[a][b];
                added.push_back((int)b);
                if (two <= least[2]) weigh(2, two);
                for (size_t c = b; c < n && two <= least[3]; c++) {
                    int three = two + alone[c] + cost[a][c] + cost[b][c];
                    added.push_back((int)c);
                    if (three <= least[3]) weigh(3, three);
                    added.pop_back();
                }
                added.pop_back();
            }
            added.pop_back();
        }
    }
    for (int more = 0; more < 4; more++) {
        const char* what = counts_repeats ? "repeats" : "coincidences";
        printf("%d people: at least %d %s\n", 26 + more, least[more], what);
        if (!even[more].empty()) tell(26 + more, least[more], even[more]);
    }
}

int main() {
    make_words();
    for (int people = 28; people >= 26; people--) find_plans(people);
    add_people(false);
    add_people(true);
}
