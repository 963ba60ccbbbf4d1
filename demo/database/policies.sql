-- Row-level security: every table has it, every rule names its role and compares the tenant.

create schema private;
grant usage on schema private to anon, authenticated, service_role;

-- Both read what only the server writes (`app_metadata`); `user_metadata` belongs to the user.
create function private.tenant() returns uuid language sql stable as $$
  select nullif(auth.jwt() -> 'app_metadata' ->> 'tenant_id', '')::uuid
$$;

create function private.is_admin() returns boolean language sql stable as $$
  select coalesce(auth.jwt() -> 'app_metadata' ->> 'role' = 'admin', false)
$$;

grant execute on all functions in schema private to anon, authenticated, service_role;

alter table tenants enable row level security;
alter table profiles enable row level security;
alter table bookings enable row level security;
alter table invoices enable row level security;
alter table chat_messages enable row level security;
alter table internal_notes enable row level security;
alter table documents enable row level security;

create policy own_tenant on tenants for select to authenticated using (id = (select private.tenant()));

-- A function in a subquery is asked once for each statement, not once for each row.

-- A person's own rows.
create policy own_profile on profiles for select to authenticated
  using (user_id = (select auth.uid()) and tenant_id = (select private.tenant()));
create policy own_profile_change on profiles for update to authenticated
  using (user_id = (select auth.uid()) and tenant_id = (select private.tenant()))
  with check (user_id = (select auth.uid()) and tenant_id = (select private.tenant()));

create policy own_bookings on bookings for select to authenticated
  using (user_id = (select auth.uid()) and tenant_id = (select private.tenant()));
create policy own_bookings_new on bookings for insert to authenticated
  with check (user_id = (select auth.uid()) and tenant_id = (select private.tenant()));
create policy own_bookings_change on bookings for update to authenticated
  using (user_id = (select auth.uid()) and tenant_id = (select private.tenant()))
  with check (user_id = (select auth.uid()) and tenant_id = (select private.tenant()));
create policy own_bookings_end on bookings for delete to authenticated
  using (user_id = (select auth.uid()) and tenant_id = (select private.tenant()));

create policy own_invoices on invoices for select to authenticated
  using (user_id = (select auth.uid()) and tenant_id = (select private.tenant()));

create policy own_chat_messages on chat_messages for select to authenticated
  using (user_id = (select auth.uid()) and tenant_id = (select private.tenant()));
create policy own_chat_messages_new on chat_messages for insert to authenticated
  with check (user_id = (select auth.uid()) and tenant_id = (select private.tenant()));

create policy own_documents on documents for select to authenticated
  using ((user_id = (select auth.uid()) or shared) and tenant_id = (select private.tenant()));

-- The staff of a tenant sees its customers, and alone reads and writes notes about them.
create policy staff_profiles on profiles for select to authenticated
  using ((select private.is_admin()) and tenant_id = (select private.tenant()));
create policy staff_bookings on bookings for select to authenticated
  using ((select private.is_admin()) and tenant_id = (select private.tenant()));
create policy staff_invoices on invoices for select to authenticated
  using ((select private.is_admin()) and tenant_id = (select private.tenant()));
create policy staff_chat_messages on chat_messages for select to authenticated
  using ((select private.is_admin()) and tenant_id = (select private.tenant()));
create policy staff_notes on internal_notes for all to authenticated
  using ((select private.is_admin()) and tenant_id = (select private.tenant()))
  with check ((select private.is_admin()) and tenant_id = (select private.tenant()));
create policy staff_documents on documents for select to authenticated
  using ((select private.is_admin()) and tenant_id = (select private.tenant()));

-- Files: a bucket's rows are seen by nobody, and of the papers each person sees its own folder.
alter table storage.buckets enable row level security;
alter table storage.objects enable row level security;
create policy own_papers on storage.objects for select to authenticated
  using (bucket_id = 'papers' and (storage.foldername(name))[1] = (select auth.uid())::text);
