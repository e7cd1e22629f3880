namespace SupplyChainAnalyzers.Scanner.Tests.Judging.Jinja;

/// <summary>Templates written here in the manner of well-known models: what they use, an honest template may use.</summary>
internal static class ChatTemplates
{
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        ["chatml"] = """
            {% if not add_generation_prompt is defined %}{% set add_generation_prompt = false %}{% endif %}{% for message in messages %}{% if loop.first and messages[0]['role'] != 'system' %}{{ '<|im_start|>system
            You are a helpful assistant.<|im_end|>
            ' }}{% endif %}{{ '<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}
            """,
        ["instruct with roles in turn"] = """
            {{ bos_token }}{% if messages[0]['role'] == 'system' %}{% set loop_messages = messages[1:] %}{% set system_message = messages[0]['content'].strip() + '\n\n' %}{% else %}{% set loop_messages = messages %}{% set system_message = '' %}{% endif %}
            {% for message in loop_messages %}{% if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('Conversation roles must alternate user/assistant/user/assistant/...') }}{% endif %}
            {% if loop.index0 == 0 %}{% set content = system_message + message['content'] %}{% else %}{% set content = message['content'] %}{% endif %}
            {% if message['role'] == 'user' %}{{ '[INST] ' + content | trim + ' [/INST]' }}{% elif message['role'] == 'assistant' %}{{ ' ' + content | trim + ' ' + eos_token }}{% endif %}{% endfor %}
            """,
        ["headers, dates and tools"] = """
            {{- bos_token }}
            {%- if custom_tools is defined %}{%- set tools = custom_tools %}{%- endif %}
            {%- if not date_string is defined %}{%- if strftime_now is defined %}{%- set date_string = strftime_now("%d %b %Y") %}{%- else %}{%- set date_string = "26 Jul 2024" %}{%- endif %}{%- endif %}
            {%- if messages[0]['role'] == 'system' %}{%- set system_message = messages[0]['content']|trim %}{%- set messages = messages[1:] %}{%- else %}{%- set system_message = "" %}{%- endif %}
            {{- "<|start_header_id|>system<|end_header_id|>\n\n" }}
            {%- if tools is not none %}{{- "Environment: ipython\n" }}{%- endif %}
            {{- "Today Date: " + date_string + "\n\n" }}
            {%- if builtin_tools is defined %}{{- "Tools: " + builtin_tools | reject('equalto', 'code_interpreter') | join(", ") + "\n\n" }}{%- endif %}
            {%- if tools is not none and not tools_in_user_message %}
                {{- "You have access to the following functions. To call a function, please respond with JSON for a function call." }}
                {%- for t in tools %}{{- t | tojson(indent=4) }}{{- "\n\n" }}{%- endfor %}
            {%- endif %}
            {%- for message in messages %}
                {%- if not (message.role == 'ipython' or message.role == 'tool' or 'tool_calls' in message) %}
                    {{- '<|start_header_id|>' + message['role'] + '<|end_header_id|>\n\n' + message['content'] | trim + '<|eot_id|>' }}
                {%- elif 'tool_calls' in message %}
                    {%- if not message.tool_calls|length == 1 %}{{- raise_exception("This model only supports single tool-calls at once!") }}{%- endif %}
                    {%- set tool_call = message.tool_calls[0].function %}
                    {%- for arg_name, arg_val in tool_call.arguments | items %}{{- arg_name + '="' + arg_val + '"' }}{%- if not loop.last %}{{- ", " }}{%- endif %}{%- endfor %}
                {%- elif message.content is mapping or message.content is iterable %}{{- message.content | tojson }}{%- endif %}
            {%- endfor %}
            {%- if add_generation_prompt %}{{- '<|start_header_id|>assistant<|end_header_id|>\n\n' }}{%- endif %}
            """,
        ["thinking and tool responses"] = """
            {%- set ns = namespace(multi_step_tool=true, last_query_index=messages|length - 1) %}
            {%- for message in messages[::-1] %}
                {%- set index = (messages|length - 1) - loop.index0 %}
                {%- if ns.multi_step_tool and message.role == "user" and message.content is string and not(message.content.startswith('<tool_response>') and message.content.endswith('</tool_response>')) %}
                    {%- set ns.multi_step_tool = false %}{%- set ns.last_query_index = index %}
                {%- endif %}
            {%- endfor %}
            {%- for message in messages %}
                {%- set content = message.content if message.content is string else '' %}
                {%- set reasoning_content = '' %}
                {%- if '</think>' in content %}
                    {%- set reasoning_content = content.split('</think>')[0].rstrip('\n').split('<think>')[-1].lstrip('\n') %}
                    {%- set content = content.split('</think>')[-1].lstrip('\n') %}
                {%- endif %}
                {%- if loop.index0 > ns.last_query_index %}{{- '<|im_start|>' + message.role + '\n<think>\n' + reasoning_content.strip('\n') + '\n</think>\n\n' + content }}{%- else %}{{- content }}{%- endif %}
                {%- if loop.first or (messages[loop.index0 - 1].role != "tool") %}{{- '<|im_start|>user' }}{%- endif %}
                {%- if message.tool_calls %}{%- for tool_call in message.tool_calls %}{%- if tool_call.function %}{%- set tool_call = tool_call.function %}{%- endif %}
                    {{- '<tool_call>\n{"name": "' ~ tool_call.name ~ '", "arguments": ' }}{{- tool_call.arguments if tool_call.arguments is string else tool_call.arguments | tojson }}{{- '}\n</tool_call>' }}
                {%- endfor %}{%- endif %}
            {%- endfor %}
            {%- if enable_thinking is defined and enable_thinking is false %}{{- '<think>\n\n</think>\n\n' }}{%- endif %}
            """,
        ["macros over a schema"] = """
            {%- macro json_to_python_type(json_spec) %}
            {%- set basic_type_map = {"string": "str", "number": "float", "integer": "int", "boolean": "bool"} %}
            {%- if basic_type_map[json_spec.type] is defined %}{{- basic_type_map[json_spec.type] }}
            {%- elif json_spec.type == "array" %}{{- "list[" + json_to_python_type(json_spec|items) + "]" }}
            {%- elif json_spec.type is iterable %}{{- "Union[" }}{%- for t in json_spec.type %}{{- json_to_python_type({"type": t}) }}{%- if not loop.last %}{{- "," }}{%- endif %}{%- endfor %}{{- "]" }}
            {%- else %}{{- "Any" }}{%- endif %}
            {%- endmacro %}
            {%- macro render_extra_keys(json_dict, handled_keys) %}{%- if json_dict is mapping %}{%- for json_key in json_dict if json_key not in handled_keys %}{{- '\n<' ~ json_key ~ '>' }}{{ json_dict[json_key] | string }}{%- endfor %}{%- endif %}{%- endmacro %}
            {%- for tool in tools %}
            {{- tool.function.name + "(" }}{%- for param_name, param_fields in tool.function.parameters.properties|dictsort %}{{- param_name + ": " + json_to_python_type(param_fields) }}{%- if not loop.last %}{{- ", " }}{%- endif %}{%- endfor %}{{- ")" }}
            {%- set handled_keys = ['name', 'type', 'description'] %}{{ render_extra_keys(tool.function, handled_keys) }}
            {%- endfor %}
            """,
        ["documents and call blocks"] = """
            {% macro document_turn(documents) %}{% for doc in documents %}{{ "Document: " ~ loop.index0 }}{% for key, value in doc.items() %}{{ key ~ ": " ~ value }}{% endfor %}{% endfor %}{% endmacro %}
            {% set ns = namespace(found=false, text='') %}
            {% for message in messages %}{% if message['role'] | lower == 'system' %}{% set ns.found = true %}{% set ns.text = ns.text ~ message['content'] ~ '\n' %}{% continue %}{% endif %}{% if loop.last %}{% break %}{% endif %}{% endfor %}
            {% if documents %}{{ document_turn(documents) }}{% endif %}
            {% generation %}{{ messages[-1]['content'][:100] }}{% endgeneration %}
            {% set role_map = {'user': 'Human', 'assistant': 'Assistant'} %}{{ role_map[messages[-1].role] or raise_exception('Unknown role') }}
            {{ messages | selectattr('role', 'equalto', 'user') | map(attribute='content') | join('\n') }}{{ messages|rejectattr("role", "equalto", "system")|list|length }}
            {{ 'Unsupported: %s'|format(messages[0].role) }}{{ "{}".format(1) }}{{ (1, 2) | sum }}{{ '-' * 40 }}{% for i in range(3) %}{{ i }}{% endfor %}
            {% if '/no_think' in messages[-1].content %}{{ 'You answer without thinking about it first.' }}{% endif %}
            """,
    };
}
