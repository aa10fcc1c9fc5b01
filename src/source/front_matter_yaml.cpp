#include <yaml.h>

#include <algorithm>
#include <map>
#include <memory>

#include "source/front_matter.hpp"
#include "source/line_index.hpp"
#include "unicode/text.hpp"

namespace notes_export::source {
namespace {

/// Aliases may name one another to billions of values out of a few lines.
constexpr std::size_t max_steps = 4 * max_fields;
constexpr int max_nesting = 32;

struct Node {
    enum class Kind { null, scalar, sequence, mapping } kind = Kind::null;
    std::string value;
    std::vector<std::size_t> children;  ///< of a mapping: key, value, key, value …
    std::size_t first_line = 0;
    std::size_t last_line = 0;
};

/// The events of libyaml as a tree whose nodes are numbered; an alias is the number of what it stands for.
struct Tree {
    std::vector<Node> nodes;
    std::optional<std::size_t> root;
    std::optional<std::string> failure;
    std::size_t failure_line = 0;
};

struct DeleteEvent {
    void operator()(yaml_event_t* event) const { yaml_event_delete(event); }
};

bool is_null(const yaml_event_t& event) {
    const auto& scalar = event.data.scalar;
    if (scalar.style != YAML_PLAIN_SCALAR_STYLE) return false;
    const std::string_view value(reinterpret_cast<const char*>(scalar.value), scalar.length);
    return value.empty() || value == "~" || value == "null" || value == "Null" || value == "NULL";
}

/// Builds a tree from events without recursion, so that nesting costs no stack.
class TreeBuilder {
public:
    explicit TreeBuilder(std::string_view text) {
        yaml_parser_initialize(&parser_);
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    }
    TreeBuilder(const TreeBuilder&) = delete;
    TreeBuilder& operator=(const TreeBuilder&) = delete;
    ~TreeBuilder() { yaml_parser_delete(&parser_); }

    Tree run() {
        for (bool more = true; more && !tree_.failure;) {
            yaml_event_t event;
            if (!yaml_parser_parse(&parser_, &event)) {
                fail(parser_.problem ? parser_.problem : "not YAML", parser_.problem_mark.line);
                break;
            }
            const std::unique_ptr<yaml_event_t, DeleteEvent> owner(&event);
            more = event.type != YAML_STREAM_END_EVENT;
            take(event);
        }
        return std::move(tree_);
    }

private:
    void take(const yaml_event_t& event) {
        switch (event.type) {
            case YAML_DOCUMENT_START_EVENT:
                if (tree_.root) fail("a second document begins", event.start_mark.line);
                break;
            case YAML_SCALAR_EVENT: {
                const auto& scalar = event.data.scalar;
                Node node{is_null(event) ? Node::Kind::null : Node::Kind::scalar,
                          {reinterpret_cast<const char*>(scalar.value), scalar.length},
                          {},
                          0,
                          0};
                add(std::move(node), event, scalar.anchor);
                break;
            }
            case YAML_SEQUENCE_START_EVENT:
                open_.push_back(add({Node::Kind::sequence, {}, {}, 0, 0}, event, event.data.sequence_start.anchor));
                break;
            case YAML_MAPPING_START_EVENT:
                open_.push_back(add({Node::Kind::mapping, {}, {}, 0, 0}, event, event.data.mapping_start.anchor));
                break;
            case YAML_SEQUENCE_END_EVENT:
            case YAML_MAPPING_END_EVENT:
                tree_.nodes[open_.back()].last_line = event.end_mark.line;
                open_.pop_back();
                break;
            case YAML_ALIAS_EVENT: {
                const auto meant = anchors_.find(reinterpret_cast<const char*>(event.data.alias.anchor));
                if (meant == anchors_.end())
                    fail("an alias without its anchor", event.start_mark.line);
                else if (!open_.empty())
                    tree_.nodes[open_.back()].children.push_back(meant->second);
                break;
            }
            default:
                break;
        }
    }

    std::size_t add(Node node, const yaml_event_t& event, const yaml_char_t* anchor) {
        const std::size_t number = tree_.nodes.size();
        node.first_line = event.start_mark.line;
        node.last_line = event.end_mark.line;
        tree_.nodes.push_back(std::move(node));
        if (anchor) anchors_[reinterpret_cast<const char*>(anchor)] = number;
        if (open_.empty())
            tree_.root = number;
        else
            tree_.nodes[open_.back()].children.push_back(number);
        return number;
    }

    void fail(std::string reason, std::size_t line) {
        tree_.failure = std::move(reason);
        tree_.failure_line = line;
    }

    yaml_parser_t parser_;
    Tree tree_;
    std::vector<std::size_t> open_;
    std::map<std::string, std::size_t> anchors_;
};

/// Lays nested maps out as "outer.inner".
class Flattening {
public:
    Flattening(const Tree& tree, const LineIndex& lines, Fields& out) : tree_(tree), lines_(lines), out_(out) {}

    void run() {
        if (tree_.root) mapping(tree_.nodes[*tree_.root], {}, 0, nullptr);
    }

private:
    void mapping(const Node& node, const std::string& prefix, int depth, const SourceSpan* within) {
        for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
            const Node& key = tree_.nodes[node.children[i]];
            const Node& value = tree_.nodes[node.children[i + 1]];
            if (key.kind == Node::Kind::mapping || key.kind == Node::Kind::sequence) continue;
            const SourceSpan span =
                within ? *within : lines_.lines(key.first_line, std::max(key.last_line, end_of(value)));
            if (key.value == "<<") {  // YAML's merge key
                merge(value, prefix, depth, span);
                continue;
            }
            const std::string name = (prefix.empty() ? "" : prefix + ".") + unicode::lower(key.value);
            if (prefix.empty() && has(name)) {
                out_.problems.push_back({FrontMatterProblem::Kind::duplicate_key, span, name});
                std::erase_if(out_.fields, [&](const FrontMatterField& field) { return field.key == name; });
            }
            put(value, name, depth + 1, span);
        }
    }

    void merge(const Node& value, const std::string& prefix, int depth, const SourceSpan& span) {
        if (value.kind == Node::Kind::mapping && depth < max_nesting) mapping(value, prefix, depth + 1, &span);
    }

    void put(const Node& value, const std::string& name, int depth, const SourceSpan& span) {
        if (depth > max_nesting || ++steps_ > max_steps) {
            if (!std::exchange(told_, true)) out_.problems.push_back({FrontMatterProblem::Kind::too_large, span, name});
            return;
        }
        switch (value.kind) {
            case Node::Kind::mapping:
                mapping(value, name, depth, &span);
                break;
            case Node::Kind::sequence:
                field(name, span);
                for (const std::size_t child : value.children) put(tree_.nodes[child], name, depth + 1, span);
                break;
            case Node::Kind::scalar:
                field(name, span).values.push_back(value.value);
                break;
            case Node::Kind::null:
                field(name, span);
                break;
        }
    }

    /// The field of this name, made when it is not there yet. The last one is the likely one.
    FrontMatterField& field(const std::string& name, const SourceSpan& span) {
        if (!out_.fields.empty() && out_.fields.back().key == name) return out_.fields.back();
        const auto same = std::find_if(out_.fields.begin(), out_.fields.end(),
                                       [&](const FrontMatterField& one) { return one.key == name; });
        if (same != out_.fields.end()) return *same;
        out_.fields.push_back({name, {}, span});
        return out_.fields.back();
    }

    bool has(const std::string& name) const {
        return std::any_of(out_.fields.begin(), out_.fields.end(),
                           [&](const FrontMatterField& field) { return field.key == name; });
    }

    /// Last line of a node. A block's end event stands where the next thing begins, so its last child tells.
    std::size_t end_of(const Node& node, int depth = 0) const {
        if (node.children.empty() || depth > max_nesting) return node.last_line;
        return std::max(node.first_line, end_of(tree_.nodes[node.children.back()], depth + 1));
    }

    const Tree& tree_;
    const LineIndex& lines_;
    Fields& out_;
    std::size_t steps_ = 0;
    bool told_ = false;
};

/// libyaml takes time with the square of how deep brackets stand in one another.
bool is_nested_too_deeply(std::string_view text) {
    constexpr int deepest = 200;
    int open = 0;
    for (const char c : text) {
        if (c == '[' || c == '{') ++open;
        if ((c == ']' || c == '}') && open > 0) --open;
        if (open > deepest) return true;
    }
    return false;
}

}  // namespace

Fields read_yaml(std::string_view text, std::size_t offset) {
    Fields out;
    const LineIndex lines(text, offset);
    if (is_nested_too_deeply(text)) {
        out.failed = true;
        out.reason = "brackets within brackets without end";
        out.place = lines.lines(0, 0);
        return out;
    }
    const Tree tree = TreeBuilder(text).run();
    if (tree.failure || (tree.root && tree.nodes[*tree.root].kind != Node::Kind::mapping)) {
        out.failed = true;
        out.reason = tree.failure.value_or("not a list of keys and values");
        out.place = lines.lines(tree.failure_line, tree.failure_line);
        return out;
    }
    Flattening(tree, lines, out).run();
    return out;
}

}  // namespace notes_export::source
